-- Of which version routing has told: what it did about an amendment is not to be read from what it said of the version before.
alter table notification add column routed_version int not null default 0;
update notification set routed_version = current_version where decision is not null;
