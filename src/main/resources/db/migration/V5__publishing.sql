create sequence publication_number start with 2001;

create table publication (
    id varchar(40) primary key,
    piece_id varchar(40) not null,
    account_id varchar(100) not null,
    revision integer not null,
    hash varchar(64) not null,
    -- What a channel is given to recognise a repeated call.
    ledger_key varchar(120) not null unique,
    corrects varchar(40) references publication (id),
    slot_local timestamp not null,
    slot_zone varchar(60) not null,
    slot_at timestamp with time zone not null,
    state varchar(20) not null,
    list_version varchar(200),
    late_allowed boolean not null,
    claimed_at timestamp with time zone,
    -- Committed before the call: whoever finds it set never calls again.
    call_started_at timestamp with time zone,
    calls integer not null,
    node varchar(200),
    last_answer varchar(2000),
    remote_id varchar(500),
    link varchar(2000),
    published_at timestamp with time zone,
    taken_down_at timestamp with time zone,
    constraint publication_once unique (piece_id, account_id, revision)
);

create index publication_state on publication (state, slot_at);
create index publication_corrects on publication (corrects);

create sequence publication_attempt_number start with 1;

-- Append only: every step and answer of every call.
create table publication_attempt (
    id bigint primary key,
    publication_id varchar(40) not null references publication (id),
    call_number integer not null,
    step varchar(40) not null,
    answer varchar(2000),
    actor varchar(200) not null,
    node varchar(200) not null,
    at timestamp with time zone not null
);

create index publication_attempt_of on publication_attempt (publication_id, id);

create sequence hold_number start with 3001;

create table publication_hold (
    id varchar(40) primary key,
    scope varchar(20) not null,
    scope_value varchar(800),
    reason varchar(2000) not null,
    owner varchar(200) not null,
    placed_by varchar(200) not null,
    since timestamp with time zone not null,
    released_by varchar(200),
    release_reason varchar(2000),
    released_at timestamp with time zone
);

create index publication_hold_open on publication_hold (released_at);

-- One row; whoever places a hold or starts a call locks it, so the two never overlap.
create table publication_hold_guard (
    id integer primary key
);

insert into publication_hold_guard (id) values (1);

create table site_post (
    id varchar(40) primary key,
    account_id varchar(100) not null,
    link varchar(2000) not null unique,
    published_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    current_revision integer not null,
    taken_down_at timestamp with time zone
);

create index site_post_of on site_post (account_id, published_at);

-- Every text that was ever public; the ledger's key makes a repeated call find its own row.
create table site_revision (
    post_id varchar(40) not null references site_post (id),
    revision integer not null,
    ledger_key varchar(120) not null unique,
    title varchar(1000000) not null,
    body varchar(1000000) not null,
    links varchar(1000000) not null,
    ai_label varchar(500),
    at timestamp with time zone not null,
    primary key (post_id, revision)
);

create table site_media (
    post_id varchar(40) not null,
    revision integer not null,
    place integer not null,
    asset_id varchar(100) not null,
    kind varchar(20) not null,
    file_name varchar(500) not null,
    media_type varchar(200) not null,
    sha256 varchar(64) not null,
    primary key (post_id, revision, place),
    foreign key (post_id, revision) references site_revision (post_id, revision)
);

create index site_media_asset on site_media (asset_id);
