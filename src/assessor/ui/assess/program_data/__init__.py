"""What is counted: the grid of measures by period, and tables of it brought in."""
