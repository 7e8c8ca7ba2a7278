CREATE TABLE `access_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`hash` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_tokens_hash` ON `access_tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `access_tokens_user` ON `access_tokens` (`user_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_created` ON `api_keys` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`origin` text NOT NULL,
	`ip` text,
	`request_id` text,
	`action` text NOT NULL,
	`target_kind` text NOT NULL,
	`target_id` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_target` ON `audit_log` (`target_kind`,`target_id`,`at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`body_hash` text NOT NULL,
	`status` integer,
	`response` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text,
	`ip` text,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `verification_codes` (
	`contact_method_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`contact_method_id`) REFERENCES `contact_methods`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`seq` integer NOT NULL,
	`dedup_key` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`severity` text,
	`source` text,
	`source_link` text,
	`labels` text NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `alerts_incident` ON `alerts` (`incident_id`,`first_at`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`notification_id` text NOT NULL,
	`incident_id` text NOT NULL,
	`seq` integer NOT NULL,
	`attempt` integer NOT NULL,
	`provider` text,
	`state` text NOT NULL,
	`provider_id` text,
	`error` text,
	`at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `deliveries_notification` ON `deliveries` (`notification_id`,`attempt`);--> statement-breakpoint
CREATE INDEX `deliveries_incident` ON `deliveries` (`incident_id`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
	`status` text NOT NULL,
	`urgency` text NOT NULL,
	`priority` text,
	`visibility` text NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`service_id` text NOT NULL,
	`service_name` text NOT NULL,
	`team_id` text,
	`assignee_kind` text,
	`assignee_id` text,
	`assignee_name` text,
	`inbox` text NOT NULL,
	`dedup_key` text NOT NULL,
	`alert_count` integer NOT NULL,
	`step` integer NOT NULL,
	`cycle` integer NOT NULL,
	`next_page_at` integer,
	`next_wake_at` integer,
	`opened_at` integer NOT NULL,
	`acknowledged_at` integer,
	`resolved_at` integer,
	`snoozed_until` integer,
	`last_event_at` integer NOT NULL,
	`ack_due_at` integer,
	`resolve_due_at` integer,
	`first_acknowledged_at` integer,
	`first_resolved_at` integer,
	`nobody_paged` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_number` ON `incidents` (`number`);--> statement-breakpoint
CREATE INDEX `incidents_opened` ON `incidents` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `incidents_unresolved` ON `incidents` (`opened_at`,`id`) WHERE status <> 'RESOLVED';--> statement-breakpoint
CREATE INDEX `incidents_status` ON `incidents` (`status`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `incidents_service` ON `incidents` (`service_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `incidents_next_wake` ON `incidents` (`next_wake_at`) WHERE next_wake_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`author` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notes_incident` ON `notes` (`incident_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`seq` integer NOT NULL,
	`user_id` text NOT NULL,
	`user_name` text NOT NULL,
	`contact_method_id` text NOT NULL,
	`channel` text NOT NULL,
	`intent` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`step` integer NOT NULL,
	`cycle` integer NOT NULL,
	`wave` integer NOT NULL,
	`rung` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notifications_incident` ON `notifications` (`incident_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_created` ON `notifications` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `timeline_events` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`origin` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `timeline_events_incident` ON `timeline_events` (`incident_id`,`seq`);--> statement-breakpoint
CREATE TABLE `message_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`provider` text,
	`state` text NOT NULL,
	`provider_id` text,
	`error` text,
	`at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `message_deliveries_message` ON `message_deliveries` (`message_id`,`attempt`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`user_id` text,
	`recipient` text NOT NULL,
	`recipient_name` text NOT NULL,
	`subject` text,
	`text` text NOT NULL,
	`html` text,
	`state` text NOT NULL,
	`reason` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leased_until` integer,
	`next_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_next` ON `messages` (`next_at`) WHERE next_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_created` ON `messages` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_user` ON `messages` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contact_methods` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`verified_at` integer,
	`enabled` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_methods_user` ON `contact_methods` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `notification_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`urgency` text NOT NULL,
	`contact_method_id` text NOT NULL,
	`delay_minutes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_method_id`) REFERENCES `contact_methods`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notification_rules_user` ON `notification_rules` (`user_id`,`urgency`,`delay_minutes`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`receive_notifications` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_members_user` ON `team_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lead_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `teams_name` ON `teams` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`timezone` text NOT NULL,
	`locale` text DEFAULT 'en' NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE INDEX `users_name` ON `users` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `schedule_layers` (
	`id` text PRIMARY KEY NOT NULL,
	`schedule_id` text NOT NULL,
	`position` integer NOT NULL,
	`layer` text NOT NULL,
	FOREIGN KEY (`schedule_id`) REFERENCES `schedules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schedule_layers_position` ON `schedule_layers` (`schedule_id`,`position`);--> statement-breakpoint
CREATE TABLE `schedule_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`schedule_id` text NOT NULL,
	`user_id` text,
	`replaces_user_id` text,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`schedule_id`) REFERENCES `schedules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `schedule_overrides_end` ON `schedule_overrides` (`schedule_id`,`end_at`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`timezone` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `schedules_name` ON `schedules` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `escalation_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`repeat` integer DEFAULT 0 NOT NULL,
	`repeat_after_seconds` integer DEFAULT 300 NOT NULL,
	`last_resort` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `escalation_policies_name` ON `escalation_policies` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `escalation_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`position` integer NOT NULL,
	`delay_seconds` integer NOT NULL,
	`channels` text,
	FOREIGN KEY (`policy_id`) REFERENCES `escalation_policies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `escalation_steps_position` ON `escalation_steps` (`policy_id`,`position`);--> statement-breakpoint
CREATE TABLE `escalation_targets` (
	`step_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`lead_only` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`step_id`, `position`),
	FOREIGN KEY (`step_id`) REFERENCES `escalation_steps`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `escalation_targets_target` ON `escalation_targets` (`kind`,`target_id`);--> statement-breakpoint
CREATE TABLE `integrations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`service_id` text NOT NULL,
	`inbox` text NOT NULL,
	`secret_hash` text NOT NULL,
	`enabled` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `integrations_inbox` ON `integrations` (`inbox`);--> statement-breakpoint
CREATE INDEX `integrations_service` ON `integrations` (`service_id`);--> statement-breakpoint
CREATE INDEX `integrations_name` ON `integrations` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `plan_confirmations` (
	`inbox` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`poked_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `plan_confirmations_version` ON `plan_confirmations` (`version`);--> statement-breakpoint
CREATE INDEX `plan_confirmations_poked` ON `plan_confirmations` (`poked_at`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`team_id` text,
	`escalation_policy_id` text,
	`slack_channel` text,
	`runbook_url` text,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`escalation_policy_id`) REFERENCES `escalation_policies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `services_name` ON `services` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `services_policy` ON `services` (`escalation_policy_id`);--> statement-breakpoint
CREATE INDEX `services_team` ON `services` (`team_id`);