"""The screens of planning: goals, protocols, who decides, training."""
