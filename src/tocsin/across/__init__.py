"""What the reports of a case say together: three stages, and the store."""

from tocsin.across.changes import State, changes
from tocsin.across.known import Known
from tocsin.across.renewing import Progress, nothing, renew
from tocsin.across.state import state_of

__all__ = ["Known", "Progress", "State", "changes", "nothing", "renew", "state_of"]
