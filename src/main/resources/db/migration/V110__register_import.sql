-- Files that were looked through and wait to be applied to a register; one a person and register.
create table register_import (
    id          varchar(40)              not null primary key,
    register    varchar(40)              not null,
    person      varchar(255)             not null,
    file_name   varchar(400)             not null,
    file        ${binary}                not null,
    uploaded_at timestamp with time zone not null,
    unique (register, person)
);
