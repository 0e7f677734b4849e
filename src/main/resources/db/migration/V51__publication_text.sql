-- Exactly what was cleared to go out, as the RFC 8785 document that the approved hash is taken from.
create table publication_text (
    publication_id varchar(40) not null references publication (id),
    hash varchar(64) not null,
    canonical_form varchar(1000000) not null,
    primary key (publication_id, hash)
);
