-- A page of events is read in a few milliseconds, and to call other processes for it takes longer. The planner would: what
-- counts no more is among what it knows of cells, so it takes the few of one for many.
alter table counted set (parallel_workers = 0);
