-- What people are told: one row for each message and recipient, kept also when it was never sent.
create sequence mail_number start with 1001;

create table mail (
    id         varchar(20)              not null primary key,
    message_id varchar(255)             not null unique,
    kind       varchar(60)              not null,
    recipient  varchar(255)             not null,
    address    varchar(320),
    subject    varchar(400)             not null,
    text_body  varchar(1000000)         not null,
    html_body  varchar(1000000)         not null,
    piece_id   varchar(60),
    state      varchar(20)              not null,
    attempts   integer                  not null,
    problem    varchar(1000),
    created_at timestamp with time zone not null,
    sent_at    timestamp with time zone
);

create index mail_piece on mail (piece_id, created_at);
create index mail_state on mail (state, created_at);
