import os
import stat

import pytest

from geodata.writing import write_whole


def test_a_file_is_written_whole_with_the_mode_of_any_new_file(tmp_path):
    path = tmp_path / "x.csv"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["x.csv"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


def test_nothing_is_left_of_a_file_that_cannot_be_written(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "folder", b"new")
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "x.csv", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_the_longest_name_of_a_file_can_be_written(tmp_path):
    write_whole(tmp_path / ("x" * 251 + ".csv"), b"new")
    assert len([*tmp_path.iterdir()]) == 1
