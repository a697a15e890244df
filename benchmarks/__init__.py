"""How fast the product is, as ratios beside a baseline measured in the same run."""
