"""What tests of faults borrow: the application in its look, and copies of the sample engagement."""

from tests.sample.conftest import built, own_sample
from tests.ui.conftest import qapp, qapp_cls

__all__ = ["built", "own_sample", "qapp", "qapp_cls"]
