"""A linear classifier of words as a peer on PLV, where scikit-learn is installed (not a dependency)."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from eval.events import Sentence, Told

SYSTEM = "TF-IDF + linear SVM, 5 folds"
FOLDS = 5


def available() -> bool:
    """Tell whether scikit-learn is installed."""
    return find_spec("sklearn") is not None


def five_folds(sentences: Sequence[Sentence]) -> list[Told]:
    """Return the root that a linear SVM over TF-IDF of words and pairs gives each sentence, by folds.

    Each fold is told by the other four; folds have the same share of each root.
    """
    cross, words = import_module("sklearn.model_selection"), import_module("sklearn.feature_extraction.text")
    lines = import_module("sklearn.pipeline").make_pipeline(
        words.TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        import_module("sklearn.svm").LinearSVC(),
    )
    folds = cross.StratifiedKFold(n_splits=FOLDS, shuffle=True, random_state=0)
    texts, roots = [s.text for s in sentences], [s.root for s in sentences]
    return [Told(root=str(root)) for root in cross.cross_val_predict(lines, texts, roots, cv=folds)]
