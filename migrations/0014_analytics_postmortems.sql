CREATE TABLE `action_items` (
	`id` text PRIMARY KEY NOT NULL,
	`postmortem_id` text NOT NULL,
	`title` text NOT NULL,
	`owner_id` text,
	`due_on` text,
	`priority` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`completed_at` integer,
	`remind_at` integer,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `action_items_postmortem` ON `action_items` (`postmortem_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `action_items_created` ON `action_items` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_owner` ON `action_items` (`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `action_items_remind` ON `action_items` (`remind_at`) WHERE remind_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `postmortems` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`incident_number` integer,
	`service_id` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`sections` text NOT NULL,
	`events` text NOT NULL,
	`impact_start_at` integer,
	`impact_end_at` integer,
	`reviewers` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `postmortems_incident` ON `postmortems` (`incident_id`);--> statement-breakpoint
CREATE INDEX `postmortems_created` ON `postmortems` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `postmortems_status` ON `postmortems` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `facts_due` (
	`incident_id` text PRIMARY KEY NOT NULL,
	`taken_at` integer
);
--> statement-breakpoint
CREATE TABLE `incident_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`day` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`service_id` text NOT NULL,
	`team_id` text,
	`urgency` text NOT NULL,
	`priority` text,
	`dedup_key` text NOT NULL,
	`alerts` integer NOT NULL,
	`ack_seconds` integer,
	`resolve_seconds` integer,
	`acknowledged_by` text,
	`ack_due_at` integer,
	`ack_stopped_at` integer,
	`resolve_due_at` integer,
	`resolved_at` integer,
	`escalated` integer NOT NULL,
	`reopened` integer NOT NULL,
	`auto_resolved` integer NOT NULL,
	`interruptions` text NOT NULL,
	`sent` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `incident_facts_day` ON `incident_facts` (`day`,`service_id`);--> statement-breakpoint
CREATE INDEX `incident_facts_service` ON `incident_facts` (`service_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `rollups` (
	`day` integer NOT NULL,
	`service_id` text NOT NULL,
	`team_id` text NOT NULL,
	`urgency` text NOT NULL,
	`priority` text NOT NULL,
	`measures` text NOT NULL,
	PRIMARY KEY(`day`, `service_id`, `team_id`, `urgency`, `priority`)
);
--> statement-breakpoint
CREATE INDEX `rollups_service` ON `rollups` (`service_id`,`day`);--> statement-breakpoint
CREATE INDEX `rollups_team` ON `rollups` (`team_id`,`day`) WHERE team_id <> '';--> statement-breakpoint
CREATE TABLE `weekly_digests` (
	`user_id` text PRIMARY KEY NOT NULL,
	`next_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `weekly_digests_next` ON `weekly_digests` (`next_at`);