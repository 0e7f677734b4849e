-- One row; whoever gives a slot locks it before looking for a free one, so that no two posts of an account get the same.
create table publication_slot_guard (
    id integer primary key
);

insert into publication_slot_guard (id) values (1);
