-- What those who are not on call are to be told of a crisis, each once: 'silence', 'over', or 'held' with a publication.
create table crisis_letter (
    crisis_id varchar(40)  not null references crisis (id),
    letter    varchar(60)  not null,
    -- Who did what is told; not told of it.
    actor     varchar(200) not null,
    told      boolean      not null,
    primary key (crisis_id, letter)
);

create index crisis_letter_told on crisis_letter (told);
