-- Whether nobody was really checked. Until now the simulator was the only provider.
alter table verifications add column is_simulated boolean not null default false;
update verifications set is_simulated = true where provider = 'simulator';
