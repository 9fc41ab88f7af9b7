from geodata.documents import read_document
from geodata.seeds import seeds_folder, shipped_articles


def test_the_shipped_articles_can_be_read():
    assert shipped_articles()
    assert all(read_document(path).text for path in shipped_articles())


def test_the_curated_facts_lie_beside_the_articles():
    assert (seeds_folder() / "gazetteer").is_dir()
