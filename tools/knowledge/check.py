"""Print what does not fit together in the shipped tables: ids that lead nowhere, names that two have.

    python tools/knowledge/check.py

Tests refuse the first kind; a name that two have may be right, and a person looks at it.
"""

from collections import defaultdict

from tocsin.knowledge import load_knowledge
from tocsin.knowledge.check import problems
from tocsin.text.fold import fold_name


def main() -> None:
    """Print the findings, one a line."""
    knowledge = load_knowledge()
    for problem in problems(knowledge):
        print(problem)
    holders: dict[str, set[str]] = defaultdict(set)
    for entry in knowledge.entries.values():
        for name in entry.names:
            holders[fold_name(name)].add(entry.id)
    for name, ids in holders.items():
        if len(ids) > 1:
            print(f"{name!r} names {', '.join(sorted(ids))}")
    print(f"{len(knowledge.entries)} entries, {len(knowledge.offices)} offices")


if __name__ == "__main__":
    main()
