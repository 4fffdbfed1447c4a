BEGIN TRANSACTION;
CREATE TABLE icb_footprints_option (
	id TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "icb_footprints_option" VALUES('d02f83ca-2599-42e1-92d5-10e43f6e7f62','2026-11-28 14:13:13.791408');
INSERT INTO "icb_footprints_option" VALUES('c6d5f5cb-8e9d-4429-b834-80c096bc5980','2026-11-28 14:13:13.949585');
INSERT INTO "icb_footprints_option" VALUES('d423ad7f-89fb-44e4-98f6-89f1ec1ef2c7','2026-11-28 14:13:13.965129');
CREATE TABLE icb_footprints_revision (
	option TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	name TEXT NOT NULL, 
	note TEXT NOT NULL, 
	author TEXT NOT NULL, 
	saved_at DATETIME NOT NULL, 
	base TEXT NOT NULL, 
	data_version TEXT NOT NULL, 
	parent INTEGER, 
	content TEXT NOT NULL, 
	words TEXT NOT NULL, 
	PRIMARY KEY (option, number), 
	FOREIGN KEY(option, parent) REFERENCES icb_footprints_revision (option, number), 
	FOREIGN KEY(option) REFERENCES icb_footprints_option (id)
);
INSERT INTO "icb_footprints_revision" VALUES('d02f83ca-2599-42e1-92d5-10e43f6e7f62',1,'saved','Kent alone','As the board asked.','Ada','2026-11-28 14:13:13.791806','icb-2023','v1',NULL,'block,footprint','kent alone
as the board asked.
ada');
INSERT INTO "icb_footprints_revision" VALUES('d02f83ca-2599-42e1-92d5-10e43f6e7f62',2,'saved','Kent alone','','Ben','2026-11-28 14:13:13.813707','icb-2023','v1',1,'second “half” é 🏥','kent alone

ben');
INSERT INTO "icb_footprints_revision" VALUES('d02f83ca-2599-42e1-92d5-10e43f6e7f62',3,'renamed','Kent and Medway','','Cem','2026-11-28 14:13:13.872441','icb-2023','v1',2,'second “half” é 🏥','kent and medway

cem');
INSERT INTO "icb_footprints_revision" VALUES('d02f83ca-2599-42e1-92d5-10e43f6e7f62',4,'restored','Kent alone','As the board asked.','Dan','2026-11-28 14:13:13.921059','icb-2023','v1',1,'block,footprint','kent alone
as the board asked.
dan');
INSERT INTO "icb_footprints_revision" VALUES('c6d5f5cb-8e9d-4429-b834-80c096bc5980',1,'duplicated','Copy of Kent alone','As the board asked.','Eve','2026-11-28 14:13:13.949778','icb-2023','v1',NULL,'block,footprint','copy of kent alone
as the board asked.
eve');
INSERT INTO "icb_footprints_revision" VALUES('d423ad7f-89fb-44e4-98f6-89f1ec1ef2c7',1,'saved','Sussex','As the board asked.','','2026-11-28 14:13:13.965352','icb-2023','v1',NULL,'block,footprint','sussex
as the board asked.
');
INSERT INTO "icb_footprints_revision" VALUES('d423ad7f-89fb-44e4-98f6-89f1ec1ef2c7',2,'archived','Sussex','As the board asked.','Fay','2026-11-28 14:13:13.980996','icb-2023','v1',1,'block,footprint','sussex
as the board asked.
fay');
CREATE TABLE icb_footprints_schema (
	version INTEGER NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "icb_footprints_schema" VALUES(1);
COMMIT;
