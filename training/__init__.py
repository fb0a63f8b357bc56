"""Training of the reading model. PyTorch lives here only; the package never imports it."""
