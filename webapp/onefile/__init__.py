"""The whole page as one file that opens from disk, without a server or a network.

It is the page that the server gives: the same templates, style sheets, modules and
data, put inside it. What runs is named by its digest in a content security policy.
"""

from webapp.onefile.exporter import EXPORTER

__all__ = ["EXPORTER"]
