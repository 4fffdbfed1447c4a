"""Office: papers as a presentation, a document and a workbook, native and editable.

Built on papers; the maps come as pictures from elsewhere. How slides and documents look is said
by the files in templates/, whose README says what they must contain. It changes no word and no
figure.
"""
