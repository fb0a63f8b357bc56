"""Entities, made of the references of a case: kept up to date with every write, and made anew at will.

Reports count by their newest reading alone. What is kept of them here is a function of those readings
and of the judgements of people, whatever the order they came in:

``counted``   which reference counts under which key
``groups``    the references of one key, as one
``blocks``    the keys that may be alike; ``edges`` how alike they are
``members``   which keys are one entity
"""
