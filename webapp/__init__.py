"""The explorer: articles and their maps in a browser, served by Flask."""
