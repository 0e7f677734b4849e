-- Reviews: rounds, their stages, the sign-offs, and the approvals bound to a content hash.

create sequence review_round_number start with 1001;
create sequence review_sign_off_number start with 1;
create sequence approval_number start with 1;

create table review_round (
    id varchar(20) primary key,
    piece_id varchar(20) not null,
    version integer not null,
    content_hash varchar(64) not null,
    list_version varchar(100) not null,
    risk varchar(20) not null,
    known boolean not null,
    slot_at timestamp with time zone,
    slot_freed_at timestamp with time zone,
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    verdict varchar(20)
);
create index review_round_piece on review_round (piece_id, opened_at);

create table review_stage (
    round_id varchar(20) not null references review_round (id),
    position integer not null,
    stage varchar(40) not null,
    group_id varchar(255) not null,
    veto boolean not null,
    sign_off_rule varchar(20) not null,
    checklist_id varchar(40) not null,
    checklist varchar(1000000) not null,
    remind_after_minutes integer not null,
    escalate_after_minutes integer not null,
    priority integer not null,
    late_priority integer not null,
    known boolean not null,
    opened_at timestamp with time zone,
    remind_at timestamp with time zone,
    due_at timestamp with time zone,
    escalate_at timestamp with time zone,
    reminded_at timestamp with time zone,
    escalated_at timestamp with time zone,
    decided_at timestamp with time zone,
    verdict varchar(20),
    note varchar(4000),
    noted_by varchar(255),
    primary key (round_id, stage)
);

create table review_sign_off (
    id bigint primary key,
    round_id varchar(20) not null,
    stage varchar(40) not null,
    person varchar(255) not null,
    verdict varchar(20) not null,
    reason_code varchar(40),
    reason varchar(4000),
    comment_text varchar(4000),
    checklist_answers varchar(1000000) not null,
    content_hash varchar(64) not null,
    signed_at timestamp with time zone not null,
    foreign key (round_id, stage) references review_stage (round_id, stage),
    -- Every stage needs another person, whichever path two sign-offs take at once.
    constraint review_sign_off_once unique (round_id, person)
);

create table approval (
    id bigint primary key,
    piece_id varchar(20) not null,
    version integer not null,
    content_hash varchar(64) not null,
    list_version varchar(100) not null,
    round_id varchar(20) not null references review_round (id),
    approved_at timestamp with time zone not null,
    voided_at timestamp with time zone,
    voided_by varchar(255),
    void_reason varchar(1000)
);
create index approval_piece on approval (piece_id, approved_at);
