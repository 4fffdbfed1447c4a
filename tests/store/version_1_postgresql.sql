CREATE TABLE icb_footprints_option (
    id text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE icb_footprints_revision (
    option text NOT NULL,
    number integer NOT NULL,
    act text NOT NULL,
    name text NOT NULL,
    note text NOT NULL,
    author text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    base text NOT NULL,
    data_version text NOT NULL,
    parent integer,
    content text NOT NULL,
    words text NOT NULL
);

CREATE TABLE icb_footprints_schema (
    version integer NOT NULL
);

CREATE SEQUENCE icb_footprints_schema_version_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE icb_footprints_schema_version_seq OWNED BY icb_footprints_schema.version;

ALTER TABLE ONLY icb_footprints_schema ALTER COLUMN version SET DEFAULT nextval('icb_footprints_schema_version_seq'::regclass);

INSERT INTO icb_footprints_option VALUES ('f35caed0-1446-44aa-b079-8e5d7561747f', '2026-11-28 19:58:16.6945+05:45');
INSERT INTO icb_footprints_option VALUES ('1871cf77-40ae-4c0e-8ee7-3fb3b6d1a075', '2026-11-28 19:58:16.875752+05:45');
INSERT INTO icb_footprints_option VALUES ('d99b22a1-750c-4741-bd6f-0269ca361a8c', '2026-11-28 19:58:16.903256+05:45');

INSERT INTO icb_footprints_revision VALUES ('f35caed0-1446-44aa-b079-8e5d7561747f', 1, 'saved', 'Kent alone', 'As the board asked.', 'Ada', '2026-11-28 19:58:16.698223+05:45', 'icb-2023', 'v1', NULL, 'block,footprint', 'kent alone
as the board asked.
ada');
INSERT INTO icb_footprints_revision VALUES ('f35caed0-1446-44aa-b079-8e5d7561747f', 2, 'saved', 'Kent alone', '', 'Ben', '2026-11-28 19:58:16.754702+05:45', 'icb-2023', 'v1', 1, 'second “half” é 🏥', 'kent alone

ben');
INSERT INTO icb_footprints_revision VALUES ('f35caed0-1446-44aa-b079-8e5d7561747f', 3, 'renamed', 'Kent and Medway', '', 'Cem', '2026-11-28 19:58:16.823624+05:45', 'icb-2023', 'v1', 2, 'second “half” é 🏥', 'kent and medway

cem');
INSERT INTO icb_footprints_revision VALUES ('f35caed0-1446-44aa-b079-8e5d7561747f', 4, 'restored', 'Kent alone', 'As the board asked.', 'Dan', '2026-11-28 19:58:16.853702+05:45', 'icb-2023', 'v1', 1, 'block,footprint', 'kent alone
as the board asked.
dan');
INSERT INTO icb_footprints_revision VALUES ('1871cf77-40ae-4c0e-8ee7-3fb3b6d1a075', 1, 'duplicated', 'Copy of Kent alone', 'As the board asked.', 'Eve', '2026-11-28 19:58:16.876255+05:45', 'icb-2023', 'v1', NULL, 'block,footprint', 'copy of kent alone
as the board asked.
eve');
INSERT INTO icb_footprints_revision VALUES ('d99b22a1-750c-4741-bd6f-0269ca361a8c', 1, 'saved', 'Sussex', 'As the board asked.', '', '2026-11-28 19:58:16.903811+05:45', 'icb-2023', 'v1', NULL, 'block,footprint', 'sussex
as the board asked.
');
INSERT INTO icb_footprints_revision VALUES ('d99b22a1-750c-4741-bd6f-0269ca361a8c', 2, 'archived', 'Sussex', 'As the board asked.', 'Fay', '2026-11-28 19:58:16.920266+05:45', 'icb-2023', 'v1', 1, 'block,footprint', 'sussex
as the board asked.
fay');

INSERT INTO icb_footprints_schema VALUES (1);

SELECT pg_catalog.setval('icb_footprints_schema_version_seq', 1, false);

ALTER TABLE ONLY icb_footprints_option
    ADD CONSTRAINT icb_footprints_option_pkey PRIMARY KEY (id);

ALTER TABLE ONLY icb_footprints_revision
    ADD CONSTRAINT icb_footprints_revision_pkey PRIMARY KEY (option, number);

ALTER TABLE ONLY icb_footprints_schema
    ADD CONSTRAINT icb_footprints_schema_pkey PRIMARY KEY (version);

ALTER TABLE ONLY icb_footprints_revision
    ADD CONSTRAINT icb_footprints_revision_option_fkey FOREIGN KEY (option) REFERENCES icb_footprints_option(id);

ALTER TABLE ONLY icb_footprints_revision
    ADD CONSTRAINT icb_footprints_revision_option_parent_fkey FOREIGN KEY (option, parent) REFERENCES icb_footprints_revision(option, number);
