-- A store as version 1 of the tables made it: two reports, nothing worked out between them.
CREATE TABLE about (name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name));
CREATE TABLE documents (number INTEGER NOT NULL, arrived INTEGER NOT NULL, id TEXT NOT NULL, day TEXT, publisher TEXT, headline TEXT, url TEXT, address TEXT, newer INTEGER, path TEXT NOT NULL, language TEXT, record TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (arrived), UNIQUE (id));
CREATE INDEX documents_by_address ON documents (address);
CREATE TABLE problems (path TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (path, reason)) WITHOUT ROWID;
CREATE TABLE events (id TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL, first TEXT, last TEXT, reports INTEGER NOT NULL, origins INTEGER NOT NULL, publishers INTEGER NOT NULL, PRIMARY KEY (id));
CREATE INDEX events_by_day ON events (last, id);
CREATE TABLE changes (number INTEGER NOT NULL, grouping INTEGER NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL, others TEXT NOT NULL, members TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (number));
CREATE INDEX changes_by_event ON changes (event);
CREATE TABLE apparatuses (event TEXT NOT NULL, version TEXT NOT NULL, made BLOB NOT NULL, PRIMARY KEY (event));
CREATE TABLE paths (document INTEGER NOT NULL, path TEXT NOT NULL, PRIMARY KEY (document, path), FOREIGN KEY(document) REFERENCES documents (number)) WITHOUT ROWID;
CREATE TABLE names (name TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (name, document), FOREIGN KEY(document) REFERENCES documents (number)) WITHOUT ROWID;
CREATE TABLE sketches (document INTEGER NOT NULL, sketch BLOB NOT NULL, PRIMARY KEY (document), FOREIGN KEY(document) REFERENCES documents (number));
CREATE TABLE leads (document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, lead BLOB NOT NULL, PRIMARY KEY (document, start), FOREIGN KEY(document) REFERENCES documents (number));
CREATE TABLE copies (a INTEGER NOT NULL, b INTEGER NOT NULL, share_of_a FLOAT NOT NULL, share_of_b FLOAT NOT NULL, kind TEXT NOT NULL, direction TEXT NOT NULL, why TEXT NOT NULL, passages TEXT NOT NULL, PRIMARY KEY (a, b), FOREIGN KEY(a) REFERENCES documents (number), FOREIGN KEY(b) REFERENCES documents (number)) WITHOUT ROWID;
CREATE TABLE ties (a INTEGER NOT NULL, a_start INTEGER NOT NULL, b INTEGER NOT NULL, b_start INTEGER NOT NULL, score FLOAT NOT NULL, vetoed INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (a, a_start, b, b_start), FOREIGN KEY(a) REFERENCES documents (number), FOREIGN KEY(b) REFERENCES documents (number)) WITHOUT ROWID;
CREATE TABLE members (event TEXT NOT NULL, document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (event, document, start), FOREIGN KEY(event) REFERENCES events (id), FOREIGN KEY(document) REFERENCES documents (number)) WITHOUT ROWID;
CREATE INDEX members_by_document ON members (document);
CREATE VIRTUAL TABLE words USING fts5(text, content="documents", content_rowid="number", tokenize="unicode61 remove_diacritics 2");
INSERT INTO about VALUES ('schema', '1');
INSERT INTO documents VALUES (741564000000001, 1, 'd-000000000001', '2031-05-02', 'The Gazette', 'Ferry burns', 'https://example.org/ferry', 'example.org/ferry', NULL, 'gazette.txt', NULL, '{"id":"d-000000000001","path":"gazette.txt","sha256":"aa","media_type":"text/plain","publisher":"The Gazette","published":"2031-05-02","url":"https://example.org/ferry","excerpt":false,"credits":[],"authors":[],"headline":[0,11],"parts":[],"boilerplate":[]}', 'Ferry burns

A fire broke out in the engine room. Zoë Brandt was unhurt.');
INSERT INTO documents VALUES (741565000000002, 2, 'd-000000000002', '2031-05-03', NULL, NULL, NULL, NULL, NULL, 'coast.txt', NULL, '{"id":"d-000000000002","path":"coast.txt","sha256":"bb","media_type":"text/plain","published":"2031-05-03","excerpt":false,"credits":[],"authors":[],"headline":null,"parts":[],"boilerplate":[]}', 'Two people died when the ferry burned, said Zoë Brandt.');
INSERT INTO paths VALUES (741565000000002, 'coast-2.txt');
INSERT INTO names VALUES ('brandt', 741564000000001);
INSERT INTO names VALUES ('brandt', 741565000000002);
INSERT INTO names VALUES ('zoe', 741564000000001);
INSERT INTO names VALUES ('zoe', 741565000000002);
INSERT INTO names VALUES ('zoe brandt', 741564000000001);
INSERT INTO names VALUES ('zoe brandt', 741565000000002);
INSERT INTO sketches VALUES (741564000000001, x'0e00000000000000100000000000000065c16682da14c73caedec963b70fd49b25410bb6291fa4ed6a64a4bd4695b789819df6e3651282bdafbe0e88133fdf7bd546a12199c07cb8d543bc83ba9467d776b16c302d149a085d3e8a6389308a4f81434d54e0e0782e7f918781201f8e39129f4701cf5388ca00b5b4e1a15ef5cb60f943efd15c4c847ac169956de85451b2876b0bb9b4bf08');
INSERT INTO sketches VALUES (741565000000002, x'0a0000000000000010000000000000005bed276aeeaac9a3e4325d4754ec905d4906fc93a1851cb23f1ce9cba21c603a3606f4c9d0a796e66296149482b1d15e1e580ee6cf39c361be2e0edb8518858a56998c1d2019634a26b992dca66a2726e106d641b2b8ef579449049080b12b13cc19e1a83fba5acfc518166d6244f98b0486623226525c5dd98c2deee44275bf606370d33d2ba331');
INSERT INTO leads VALUES (741564000000001, 0, 72, x'010000000048000000815700000e000900000000002100642d303030303030303030303031094a7f0576f9710d90dd792cfd59e155200271a36cd56eb32f1ff0c2fc875fcccfeea2ed7b1382095f0d49077a11dd05450fe70c36090404040405040404044c8808de3161a58756d13aec9d056d88f67c20f067e4c190a1c47deb61ab7c92de39e7ec32979d980991447b636c1b99c187c6c1bc116fb4442c6356a86293bfb264add2722550c4f19d349c36c294c554eb768f71a981c96bc29179fa5650d1bb94b3083d8154db2c8942a7d004fce3c71c5a58145586ef9c2b7470ca787e0c8121e212ba2325154eecf3a78ee2791645a406f64b430c2a03137be0fa6c7f2df1754732857c2e3c8df63bc278ac8e3e93b9e4ca86844a4201531993c3f9464d584f33146595895502eaf46eb725825977b3f90ea3aaac5b42f9457f83b9f260d28e65d91cbfe5675618748c163e2a68f45ddfb3e8cade71b1d31226d0bf0e725aa70926e42aa27c');
INSERT INTO leads VALUES (741565000000002, 0, 55, x'010000000037000000825700000e000600000000001b00642d30303030303030303030303290dd792c200271a32f1ff0c2cfc83cc6d244e8c7fc875fcc9b10b515f7122005aa0b071004050504040410530fba3a708e804c8808de3161a58756d13aec9d056d88a1c47deb61ab7c92170c56d0f4d3e5970991447b636c1b993ad979fe37178b9b3d6f09b43829c0aec187c6c1bc116fb4f19d349c36c294c554eb768f71a981c96bc29179fa5650d1bb94b3083d8154dbd4ad486c79372febb1942c0804dd03edbd28516fd2b2391467fbec0074822621319432cc98aecc2228af289f7101102803137be0fa6c7f2d8df63bc278ac8e3e91eba3c3e1152553ed8212fd17b54c5477b3f90ea3aaac5b42f9457f83b9f260972ccdf1d29064675618748c163e2a68');
INSERT INTO problems VALUES ('c.txt', 'no text');
INSERT INTO words (rowid, text) VALUES (741564000000001, 'ferry burns a fire broke out in the engine room zoe brandt was unhurt');
INSERT INTO words (rowid, text) VALUES (741565000000002, 'two people died when the ferry burned said zoe brandt');
