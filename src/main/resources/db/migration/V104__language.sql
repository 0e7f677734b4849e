-- The language in which a person wants to read mails: zh or en.
create table person_language (
    person    varchar(255) not null primary key,
    language  varchar(10)  not null,
    chosen_at timestamp with time zone not null
);
