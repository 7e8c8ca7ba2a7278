DROP INDEX `teams_name`;--> statement-breakpoint
ALTER TABLE `teams` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `teams_name_key` ON `teams` (`name_key`,`id`);--> statement-breakpoint
DROP INDEX `users_name`;--> statement-breakpoint
ALTER TABLE `users` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `users_name_key` ON `users` (`name_key`,`id`);--> statement-breakpoint
DROP INDEX `escalation_policies_name`;--> statement-breakpoint
ALTER TABLE `escalation_policies` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `escalation_policies_name_key` ON `escalation_policies` (`name_key`,`id`);--> statement-breakpoint
DROP INDEX `integrations_service`;--> statement-breakpoint
DROP INDEX `integrations_name`;--> statement-breakpoint
ALTER TABLE `integrations` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `integrations_service_name` ON `integrations` (`service_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `integrations_name_key` ON `integrations` (`name_key`,`id`);--> statement-breakpoint
DROP INDEX `services_name`;--> statement-breakpoint
ALTER TABLE `services` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `services_name_key` ON `services` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `incidents_service_unresolved` ON `incidents` (`service_id`,`opened_at`,`id`) WHERE status <> 'RESOLVED';--> statement-breakpoint
UPDATE `teams` SET `name_key` = lower(`name`);--> statement-breakpoint
UPDATE `users` SET `name_key` = lower(`name`);--> statement-breakpoint
UPDATE `escalation_policies` SET `name_key` = lower(`name`);--> statement-breakpoint
UPDATE `integrations` SET `name_key` = lower(`name`);--> statement-breakpoint
UPDATE `services` SET `name_key` = lower(`name`);
