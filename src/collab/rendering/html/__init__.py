"""A report as one page for a browser, a telephone and paper, that loads nothing else."""
