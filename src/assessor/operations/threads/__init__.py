"""The golden thread of one element of the plan: from evidence to result, tied or loose."""

from assessor.operations.threads.gathering import get_thread
from assessor.operations.threads.nodes import Hold, Link, Thread, ThreadNode

__all__ = ["Hold", "Link", "Thread", "ThreadNode", "get_thread"]
