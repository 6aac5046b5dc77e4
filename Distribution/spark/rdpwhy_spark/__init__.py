"""rdpwhy on Spark: each series of captures is observed where a worker is, then all are compared and judged."""

from .job import Job, Result
from .plan import Plan
from .worker import Program, ProgramError

__all__ = ["Job", "Plan", "Program", "ProgramError", "Result"]
