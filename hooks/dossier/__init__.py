"""Plain Python that turns a folder of records into the pages of a dossier.

Data flows one way: load, check, enrich, render, publish. Nothing in this package
imports MkDocs, so a script can call it as well as the hooks do.
"""
