"""Paper forms: printed, typed once or twice, compared, brought into their wave."""
