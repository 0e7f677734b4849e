create sequence long_work_number start with 1001;

-- Work that people start and leave to itself: imports, moves of many posts, screening anew, reports.
create table long_work (
    id varchar(40) primary key,
    kind varchar(60) not null,
    title varchar(400) not null,
    person varchar(255) not null,
    state varchar(20) not null,
    total integer not null,
    done integer not null,
    refused integer not null,
    -- The life of a node that carries it out; it writes nothing once another one stands here.
    holder varchar(255),
    ordered_at timestamp with time zone not null,
    began_at timestamp with time zone,
    -- When the holder was last heard of.
    touched_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by varchar(255)
);

create index long_work_waiting on long_work (state, touched_at);
create index long_work_ordered on long_work (ordered_at, id);

create table long_work_step (
    work_id varchar(40) not null references long_work (id),
    place integer not null,
    subject varchar(400) not null,
    detail varchar(1000000) not null,
    state varchar(20) not null,
    sentence varchar(4000),
    -- Its part of the file that can be downloaded at the end.
    file_part varchar(1000000),
    primary key (work_id, place)
);

create index long_work_step_state on long_work_step (work_id, state, place);
