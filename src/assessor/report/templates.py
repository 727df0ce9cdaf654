"""The templates of a deliverable: ours alone; what people wrote is only ever a value, and escaped."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assessor.places import shipped
from assessor.report.filters import FILTERS


def open_templates(folder: str) -> Environment:
    """The templates in a folder of report_templates."""
    environment = Environment(
        loader=FileSystemLoader(shipped("report_templates", folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment
