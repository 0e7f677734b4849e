-- How far the step is that runs now: told while it is still undecided, in a transaction of its own.
alter table long_work add column part_done integer default 0 not null;
alter table long_work add column part_total integer default 0 not null;

-- The long work that applies the file, once somebody has ordered it.
alter table register_import add column work_id varchar(40);
