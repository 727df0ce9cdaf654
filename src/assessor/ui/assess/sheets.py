"""A detail of fields that grows no wider than one reads."""

from assessor.ui.widgets.panes import Detail


class Sheet(Detail):
    """A detail whose fields stay within a width."""

    def limit(self, width: int) -> None:
        """Let the fields grow to `width` px at most."""
        inner = self.widget()
        if inner is not None:
            inner.setMaximumWidth(width)
