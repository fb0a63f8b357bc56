"""The ceiling counts the products of the encoder that the package has."""

from bench.ceiling import Ceiling

from bench import ceiling


def test_a_piece_costs_the_products_of_six_layers() -> None:
    weights = 384 * 1152 + 384 * 384 + 384 * 1536 + 1536 * 384
    assert 6 * weights == ceiling.MULTIPLY_ADDS
    assert round(ceiling.MULTIPLY_ADDS / 1e6, 1) == 10.6


def test_pieces_follow_from_the_rate() -> None:
    assert Ceiling(multiply_adds=ceiling.MULTIPLY_ADDS * 20_000.0, rows=8, precision="i8").pieces == 20_000


def test_the_graph_holds_products_and_their_quantisation_alone() -> None:
    kinds = [node.get_type_name() for node in ceiling.products(8).get_ops()]
    assert kinds.count("MatMul") == kinds.count("FakeQuantize") == 2 * ceiling.DEPTH
    assert set(kinds) <= {"Parameter", "Result", "Constant", "Convert", "Multiply", "MatMul", "FakeQuantize"}
