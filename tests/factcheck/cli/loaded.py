"""What commands need and load when they first need it, loaded: imported before they are forked."""

from importlib import import_module

from factcheck.cli.commands import COMMANDS
from factcheck.extraction.claims import extract

for _command in COMMANDS.values():
    if _command.where:
        import_module(_command.where.partition(":")[0])
extract("Der Stadtrat hat zwölf neue Busse bestellt.", "de")
extract("The council has ordered twelve new buses.", "en")
