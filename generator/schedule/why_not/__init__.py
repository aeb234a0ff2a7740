"""Why a week cannot be held, in facts of the house."""
