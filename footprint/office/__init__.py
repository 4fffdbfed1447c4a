"""Office: papers as a presentation, a document and a workbook, native and editable.

Built on papers; the maps come as pictures from elsewhere. It changes no word and no figure.
"""
