"""The desk's language model, for the views that ask it."""

from api.unit import settings
from claims.errors import NotFound
from factcheck.model import LanguageModel, model_of


def the_model() -> LanguageModel:
    """Raises NotFound where the settings name none."""
    model = model_of(settings())
    if model is None:
        raise NotFound("This desk has no language model: FACTCHECK_MODEL_URL names one.")
    return model
