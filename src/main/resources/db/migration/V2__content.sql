-- Pieces of content, their working copies, their submitted versions and the assets that they use.
create sequence content_number start with 1001;

create table content_piece (
  id         varchar(20) primary key,
  topic      varchar(800) not null,
  category   varchar(30) not null,
  audience   varchar(800) not null,
  tier       varchar(20) not null,
  format     varchar(20) not null,
  accounts   varchar(4000) not null,
  wished_at  timestamp,
  notes      varchar(16000) not null,
  planner    varchar(255) not null,
  title      varchar(800) not null,
  stage      varchar(20) not null,
  opened_at  timestamp with time zone not null
);

create table content_draft (
  piece_id     varchar(20) primary key references content_piece,
  title        varchar(800) not null,
  body         varchar(200000) not null,
  variants     varchar(1000000) not null,
  links        varchar(200000) not null,
  assets       varchar(10000) not null,
  ai           varchar(10),
  contributors varchar(10000) not null,
  revision     integer not null,
  saved_by     varchar(255),
  saved_at     timestamp with time zone
);

create table content_version (
  piece_id     varchar(20) not null references content_piece,
  number       integer not null,
  title        varchar(800) not null,
  body         varchar(200000) not null,
  variants     varchar(1000000) not null,
  links        varchar(200000) not null,
  assets       varchar(10000) not null,
  ai           varchar(10) not null,
  author       varchar(255) not null,
  editor       varchar(255) not null,
  contributors varchar(10000) not null,
  submitted_at timestamp with time zone not null,
  hash         varchar(64) not null,
  primary key (piece_id, number)
);

create table content_asset (
  id          varchar(40) primary key,
  piece_id    varchar(20) not null references content_piece,
  kind        varchar(20) not null,
  file_name   varchar(400) not null,
  media_type  varchar(200) not null,
  bytes       bigint not null,
  sha256      varchar(64) not null,
  rights      varchar(40000),
  uploaded_by varchar(255) not null,
  uploaded_at timestamp with time zone not null
);

create table content_asset_file (
  asset_id varchar(40) primary key references content_asset,
  file     ${binary} not null
);
