CREATE TABLE `status_announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `status_pages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_announcements_page` ON `status_announcements` (`page_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE TABLE `status_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`component_id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`component_id`) REFERENCES `status_components`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_changes_component` ON `status_changes` (`component_id`,`at`);--> statement-breakpoint
CREATE TABLE `status_components` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`group_name` text,
	`service_ids` text NOT NULL,
	`manual` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `status_pages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_components_page` ON `status_components` (`page_id`,`position`);--> statement-breakpoint
CREATE TABLE `status_pages` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text DEFAULT '' NOT NULL,
	`slug` text NOT NULL,
	`host` text,
	`description` text,
	`timezone` text NOT NULL,
	`language` text NOT NULL,
	`audience` text NOT NULL,
	`password_hash` text,
	`look` text NOT NULL,
	`uptime` text NOT NULL,
	`templates` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `status_pages_slug` ON `status_pages` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `status_pages_host` ON `status_pages` (`host`);--> statement-breakpoint
CREATE INDEX `status_pages_name_key` ON `status_pages` (`name_key`,`id`);--> statement-breakpoint
CREATE TABLE `status_report_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`status` text NOT NULL,
	`body` text NOT NULL,
	`components` text NOT NULL,
	`notify` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `status_reports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_report_updates_report` ON `status_report_updates` (`report_id`,`at`);--> statement-breakpoint
CREATE TABLE `status_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`impact` text NOT NULL,
	`components` text NOT NULL,
	`incident_id` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`auto_start` integer NOT NULL,
	`auto_end` integer NOT NULL,
	`maintenance_window_id` text,
	`next_update_at` integer,
	`publish_at` integer,
	`published_at` integer,
	`monitoring_at` integer,
	`resolved_at` integer,
	`step_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `status_pages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_reports_page` ON `status_reports` (`page_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `status_reports_step` ON `status_reports` (`step_at`) WHERE step_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `status_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`subscriber_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`status` integer,
	`error` text,
	`leased_until` integer,
	`next_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `status_posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`subscriber_id`) REFERENCES `status_subscribers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_deliveries_post` ON `status_deliveries` (`post_id`);--> statement-breakpoint
CREATE INDEX `status_deliveries_subscriber` ON `status_deliveries` (`subscriber_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `status_deliveries_next` ON `status_deliveries` (`next_at`) WHERE next_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `status_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`post` text NOT NULL,
	`cursor` text NOT NULL,
	`next_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `status_pages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_posts_next` ON `status_posts` (`next_at`) WHERE next_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `status_posts_created` ON `status_posts` (`created_at`);--> statement-breakpoint
CREATE TABLE `status_subscribers` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`shown` text NOT NULL,
	`secret` text,
	`component_ids` text NOT NULL,
	`language` text NOT NULL,
	`confirmed_at` integer,
	`asked_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `status_pages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `status_subscribers_address` ON `status_subscribers` (`page_id`,`channel`,`address_key`);--> statement-breakpoint
CREATE INDEX `status_subscribers_page` ON `status_subscribers` (`page_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `status_subscribers_next` ON `status_subscribers` (`page_id`,`id`) WHERE confirmed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `status_subscribers_unconfirmed` ON `status_subscribers` (`asked_at`) WHERE confirmed_at IS NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `unsubscribe_url` text;