-- Addresses of people are sealed: what is sealed is longer, differs every time, and is bound to the id of its row.
create sequence oncall_address_number start with 1001;

alter table oncall_address add column id varchar(40);
update oncall_address set id = 'AD-' || nextval('oncall_address_number');
alter table oncall_address alter column id set not null;
alter table oncall_address add constraint oncall_address_id unique (id);
alter table oncall_address alter column target set data type varchar(2000);
-- Two changes at once by the same person meet here, now that equal targets differ.
alter table oncall_address add constraint oncall_address_place unique (person, position);

alter table oncall_dead_address add column id varchar(40);
update oncall_dead_address set id = 'AD-' || nextval('oncall_address_number');
alter table oncall_dead_address alter column id set not null;
alter table oncall_dead_address add constraint oncall_dead_address_id unique (id);
alter table oncall_dead_address alter column target set data type varchar(2000);

alter table crisis_page_attempt alter column target set data type varchar(2000);
-- How a mail server's own log calls this try; null for a chat.
alter table crisis_page_attempt add column message_id varchar(400);

-- The address that is tried now.
alter table crisis_page add column next_target varchar(2000);

alter table mail alter column address set data type varchar(2000);

-- Columns of which nothing from before stands in plain any more.
create table sealed_column (
    name varchar(120) not null primary key
);
