"""Office: papers as a document and a workbook to edit, and what slides share with these.

Built on papers; the maps come as pictures from elsewhere. How slides and documents look is said
by the files in templates/, whose README says what they must contain. It changes no word and no
figure.
"""
