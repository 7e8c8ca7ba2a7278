CREATE TABLE `custom_field_values` (
	`incident_id` text NOT NULL,
	`field_id` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`incident_id`, `field_id`),
	FOREIGN KEY (`field_id`) REFERENCES `custom_fields`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `custom_field_values_value` ON `custom_field_values` (`field_id`,`value`,`incident_id`);--> statement-breakpoint
CREATE TABLE `custom_fields` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`options` text NOT NULL,
	`is_required` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_fields_key` ON `custom_fields` (`key`);--> statement-breakpoint
CREATE INDEX `custom_fields_position` ON `custom_fields` (`position`,`id`);--> statement-breakpoint
CREATE TABLE `incident_links` (
	`incident_id` text NOT NULL,
	`other_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `other_id`)
);
--> statement-breakpoint
CREATE TABLE `incident_tags` (
	`incident_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`incident_id`, `tag`)
);
--> statement-breakpoint
CREATE INDEX `incident_tags_tag` ON `incident_tags` (`tag`,`incident_id`);--> statement-breakpoint
CREATE TABLE `incident_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`service_id` text,
	`urgency` text,
	`priority` text,
	`visibility` text NOT NULL,
	`tags` text NOT NULL,
	`fields` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `incident_templates_name` ON `incident_templates` (`name_key`,`id`);--> statement-breakpoint
CREATE TABLE `incident_watchers` (
	`incident_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `user_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `incident_watchers_user` ON `incident_watchers` (`user_id`,`incident_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`is_shared` integer NOT NULL,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_views_owner` ON `saved_views` (`owner_id`);--> statement-breakpoint
CREATE INDEX `saved_views_name` ON `saved_views` (`name_key`,`id`);--> statement-breakpoint
CREATE TABLE `service_watchers` (
	`service_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`service_id`, `user_id`),
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `service_watchers_user` ON `service_watchers` (`user_id`);--> statement-breakpoint
ALTER TABLE `incidents` ADD `created_by` text;--> statement-breakpoint
CREATE INDEX `incidents_last_event` ON `incidents` (`last_event_at`,`id`);--> statement-breakpoint
CREATE INDEX `teams_lead` ON `teams` (`lead_id`);