-- People whom somebody outside vouches for, an OpenID Connect provider or a directory; everything else about them is the engine's.
create table outside_person (
    person varchar(64) primary key,
    -- The provider's issuer, or "directory".
    source varchar(500) not null,
    -- What the source calls this person for ever, whatever the name is.
    subject varchar(255) not null,
    confirmed_at timestamp with time zone not null,
    -- Since when the source no longer knows this person, or knows of no role here.
    left_at timestamp with time zone,
    constraint outside_person_once unique (source, subject)
);
