CREATE TABLE `change_events` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`integration_id` text NOT NULL,
	`integration_name` text NOT NULL,
	`summary` text NOT NULL,
	`source` text,
	`links` text NOT NULL,
	`details` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `change_events_service` ON `change_events` (`service_id`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `change_events_occurred` ON `change_events` (`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `change_events_received` ON `change_events` (`received_at`);--> statement-breakpoint
CREATE TABLE `heartbeats` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text DEFAULT '' NOT NULL,
	`service_id` text NOT NULL,
	`inbox` text NOT NULL,
	`secret_hash` text NOT NULL,
	`previous_secret_hash` text,
	`previous_key_ends_at` integer,
	`period_seconds` integer,
	`cron` text,
	`timezone` text NOT NULL,
	`grace_seconds` integer NOT NULL,
	`urgency` text,
	`enabled` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `heartbeats_inbox` ON `heartbeats` (`inbox`);--> statement-breakpoint
CREATE INDEX `heartbeats_service_name` ON `heartbeats` (`service_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `heartbeats_name_key` ON `heartbeats` (`name_key`,`id`);