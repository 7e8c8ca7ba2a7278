CREATE TABLE `dashboards` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`is_shared` integer NOT NULL,
	`panels` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dashboards_owner` ON `dashboards` (`owner_id`);--> statement-breakpoint
CREATE INDEX `dashboards_name` ON `dashboards` (`name_key`,`id`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`postmortem_id` text NOT NULL,
	`page_id` text NOT NULL,
	`report_id` text,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`page_id`) REFERENCES `status_pages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_postmortem` ON `publications` (`postmortem_id`,`page_id`);--> statement-breakpoint
CREATE INDEX `publications_page` ON `publications` (`page_id`,`published_at`);--> statement-breakpoint
ALTER TABLE `incidents` ADD `details_removed_at` integer;--> statement-breakpoint
CREATE INDEX `incidents_team` ON `incidents` (`team_id`,`opened_at`,`id`) WHERE team_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `incidents_assignee` ON `incidents` (`assignee_id`,`opened_at`,`id`) WHERE assignee_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `incidents_private` ON `incidents` (`opened_at`,`id`) WHERE visibility = 'PRIVATE';--> statement-breakpoint
CREATE INDEX `incidents_with_details` ON `incidents` (`resolved_at`) WHERE resolved_at IS NOT NULL AND details_removed_at IS NULL;